/** The whole set as files, made every night: tables, lines and workbooks with their dictionary. */
@NullMarked
package eu.metacluster.opendata.dumps;

import org.jspecify.annotations.NullMarked;
