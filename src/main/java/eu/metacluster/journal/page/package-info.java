/** The journal's page for administrators. */
@NullMarked
package eu.metacluster.journal.page;

import org.jspecify.annotations.NullMarked;
