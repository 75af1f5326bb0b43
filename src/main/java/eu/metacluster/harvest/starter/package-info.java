/**
 * The starter set: bare facts that ship with the product so that a first visit shows a living grid.
 * It is a source like any other, and one click takes it back.
 */
@NullMarked
package eu.metacluster.harvest.starter;

import org.jspecify.annotations.NullMarked;
