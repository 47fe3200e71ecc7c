/** Amazon Route 53: private hosted zones and their records, told to the resolvers of VPCs. */
@NullMarked
package dev.skybridge.services.route53;

import org.jspecify.annotations.NullMarked;
