/** The public records for harvesters: OAI-PMH 2.0 in Dublin Core, DataCite and OpenAIRE. */
@NullMarked
package eu.metacluster.opendata.oai;

import org.jspecify.annotations.NullMarked;
