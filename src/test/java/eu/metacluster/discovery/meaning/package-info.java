@NullMarked
package eu.metacluster.discovery.meaning;

import org.jspecify.annotations.NullMarked;
