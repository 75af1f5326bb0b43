/** Tests of the public face. */
@NullMarked
package eu.metacluster.discovery;

import org.jspecify.annotations.NullMarked;
