@NullMarked
@NamedInterface("search")
package eu.metacluster.discovery.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
