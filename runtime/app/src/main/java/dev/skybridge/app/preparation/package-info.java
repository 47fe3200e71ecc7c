/** What makes the next start quick, made ahead and kept beside the build. */
@NullMarked
package dev.skybridge.app.preparation;

import org.jspecify.annotations.NullMarked;
