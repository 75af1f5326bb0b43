/**
 * The Research Organization Registry: its dump, its records and the answers of its interface, which
 * give the grid's organisations their other names, places, parents and identifiers.
 */
@NullMarked
package eu.metacluster.harvest.ror;

import org.jspecify.annotations.NullMarked;
