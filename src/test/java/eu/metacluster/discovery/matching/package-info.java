@NullMarked
package eu.metacluster.discovery.matching;

import org.jspecify.annotations.NullMarked;
