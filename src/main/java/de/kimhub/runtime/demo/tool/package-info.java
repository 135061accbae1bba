/** The tools of a Kreis as they are outside the hub: they write exports, fill databases, and hold what they are given. */
package de.kimhub.runtime.demo.tool;
