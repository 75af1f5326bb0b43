/**
 * What one can ask the grid and what it answers, whatever engine looks: the question as an address
 * says it, the language of the search box, and {@link eu.metacluster.discovery.search.GridSearch},
 * which every engine implements.
 */
@NullMarked
@NamedInterface("search")
package eu.metacluster.discovery.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
