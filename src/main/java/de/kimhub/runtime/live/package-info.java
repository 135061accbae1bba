/** Takes changed files up in the running hub: watches, compares, switches, drains, and says so. */
package de.kimhub.runtime.live;
