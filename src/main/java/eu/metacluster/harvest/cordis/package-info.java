/**
 * Reads the project data of CORDIS, as the CSV bundle and as one XML file per project. Both give
 * the same findings for the same project.
 */
@NullMarked
package eu.metacluster.harvest.cordis;

import org.jspecify.annotations.NullMarked;
