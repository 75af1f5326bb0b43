/**
 * The web shell: how a template becomes a page, what every page knows ({@link
 * eu.metacluster.platform.web.Page}), languages, looks, assets and the pages for what went wrong.
 */
@NullMarked
@NamedInterface("web")
package eu.metacluster.platform.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
