package eu.metacluster.people.privacy;

/**
 * What a person may agree to; a module contributes it as a bean. The bundles say its name under
 * {@code <key>.name} and what exactly is agreed to under {@code <key>.text}.
 *
 * @param key begins with the module's name
 * @param version raised whenever the text changes its meaning
 */
public record ConsentPurpose(String key, int version) {}
