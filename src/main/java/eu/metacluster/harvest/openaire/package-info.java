/**
 * Reads projects and results as OpenAIRE writes them (OAF): as records of its OAI-PMH interface and
 * as files of its dumps. Both give the same facts for the same record.
 */
@NullMarked
package eu.metacluster.harvest.openaire;

import org.jspecify.annotations.NullMarked;
