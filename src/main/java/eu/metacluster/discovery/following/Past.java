package eu.metacluster.discovery.following;

import java.time.Instant;
import java.util.List;

/** What became different of a record at one moment. */
record Past(Instant at, List<Change> changes) {}
