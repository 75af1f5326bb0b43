/**
 * The embedded PostgreSQL: started in the data folder when no other database is configured, with
 * durable settings, a password, and recovery of what a killed process left behind.
 */
@NullMarked
package eu.metacluster.platform.database;

import org.jspecify.annotations.NullMarked;
