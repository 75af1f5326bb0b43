@NullMarked
package eu.metacluster.discovery.exports;

import org.jspecify.annotations.NullMarked;
