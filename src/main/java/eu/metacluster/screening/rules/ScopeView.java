package eu.metacluster.screening.rules;

import eu.metacluster.screening.rescoring.Preview;
import eu.metacluster.screening.rescoring.Rescoring;
import eu.metacluster.screening.scoping.ScopeInForce;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the page of the scope shows.
 *
 * @param byWords whether the scope's own words rank, not the fitted model
 * @param own whether the configuration names a fitted model of the partnership's own
 * @param problem the code of what is wrong with the fitted model, or null
 * @param first what the scope in the form would put first, null when nobody asked
 * @param versions every scope that was set, the newest first
 * @param names what to call the people who set them
 */
public record ScopeView(
    ScopeInForce scope,
    boolean byWords,
    boolean own,
    @Nullable String problem,
    Rescoring.Progress progress,
    ScopeForm form,
    Preview.@Nullable First first,
    List<ScopeInForce> versions,
    Map<UUID, String> names) {}
