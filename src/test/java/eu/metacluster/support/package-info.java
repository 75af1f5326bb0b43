/** What tests share: a real database, the real data, the product started as one. */
@NullMarked
package eu.metacluster.support;

import org.jspecify.annotations.NullMarked;
