package eu.metacluster.harvest.cordis;

import eu.metacluster.grid.Finding.Locator;

/**
 * Where something was read.
 *
 * @param file name for the log
 * @param line line for the log, 0 for the whole file
 * @param at where in which snapshot
 */
record Place(String file, long line, Locator at) {}
