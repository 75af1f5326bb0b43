package eu.metacluster.discovery.pages;

import eu.metacluster.membership.Entity;
import java.util.List;

/**
 * A country with its members.
 *
 * @param shown whether the map has a shape for it
 */
public record MembersLine(String iso, String name, List<Entity> members, boolean shown) {}
