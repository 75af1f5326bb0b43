/** The public records as RDF: one by one, and all together for questions in SPARQL. */
@NullMarked
package eu.metacluster.opendata.rdf;

import org.jspecify.annotations.NullMarked;
