@NullMarked
package eu.metacluster.discovery.search;

import org.jspecify.annotations.NullMarked;
