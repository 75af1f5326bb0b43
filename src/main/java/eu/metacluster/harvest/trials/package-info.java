/**
 * Reads clinical trials: from the interface of ClinicalTrials.gov, from its older XML and JSON, and
 * from answers of the National Cancer Institute's interface, which alone names biomarkers in a
 * field of their own. Contact persons and officials stay outside.
 */
@NullMarked
package eu.metacluster.harvest.trials;

import org.jspecify.annotations.NullMarked;
