package eu.metacluster.grid;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A participation seen from either side: {@code other} is the organisation when asked by project,
 * and the project when asked by organisation.
 *
 * @param contribution euro
 * @param country ISO 3166-1 alpha-2 where the organisation takes part from
 * @param ended whether the partner left before the end
 * @param claim number of the participation, for its evidence
 * @param retrievedAt when the payload that states it was retrieved
 */
public record PartnerView(
    GridRecord other,
    String role,
    @Nullable BigDecimal contribution,
    @Nullable BigDecimal net,
    @Nullable BigDecimal totalCost,
    @Nullable String country,
    @Nullable String nuts,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    boolean ended,
    int position,
    long claim,
    long source,
    Finding.Locator at,
    Instant retrievedAt) {}
