/** Keys: material in files, every use judged by the key's policy. */
@NullMarked
package dev.skybridge.services.kms;

import org.jspecify.annotations.NullMarked;
