/**
 * One place for every notice and mail of the platform: what a person hears of, how often, in which
 * language, and how it stops.
 */
@NullMarked
@NamedInterface("notices")
package eu.metacluster.people.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
