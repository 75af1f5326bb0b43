@NullMarked
package eu.metacluster.discovery.following;

import org.jspecify.annotations.NullMarked;
