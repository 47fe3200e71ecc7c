/** What all services share: the error that an AWS API answers with. */
@NullMarked
package dev.skybridge.services;

import org.jspecify.annotations.NullMarked;
