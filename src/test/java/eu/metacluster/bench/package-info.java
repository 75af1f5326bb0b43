/**
 * {@code ./metacluster bench}: the product's figures beside those of a peer or a limit, taken in
 * the same run.
 */
@NullMarked
package eu.metacluster.bench;

import org.jspecify.annotations.NullMarked;
