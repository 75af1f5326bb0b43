/** What is found as files: tables for people and for machines, and records to cite. */
@NullMarked
package eu.metacluster.discovery.exports;

import org.jspecify.annotations.NullMarked;
