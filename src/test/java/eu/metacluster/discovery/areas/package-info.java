@NullMarked
package eu.metacluster.discovery.areas;

import org.jspecify.annotations.NullMarked;
