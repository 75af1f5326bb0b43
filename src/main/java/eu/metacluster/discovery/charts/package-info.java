/**
 * Charts as data: lines and columns whose cells lead to their records. The same chart is a table on
 * a page, a drawing, and a file to take along; whoever has figures to show makes one.
 */
@NullMarked
package eu.metacluster.discovery.charts;

import org.jspecify.annotations.NullMarked;
