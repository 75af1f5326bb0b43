/** Tests of the public pages. */
@NullMarked
package eu.metacluster.discovery.pages;

import org.jspecify.annotations.NullMarked;
