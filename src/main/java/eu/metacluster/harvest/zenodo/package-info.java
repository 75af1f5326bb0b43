/** Reads what Zenodo and repositories of its kind (InvenioRDM) find, page by page. */
@NullMarked
package eu.metacluster.harvest.zenodo;

import org.jspecify.annotations.NullMarked;
