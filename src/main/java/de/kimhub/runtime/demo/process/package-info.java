/** The hub as a process of its own: started, watched, killed; and the figures that its database holds. */
package de.kimhub.runtime.demo.process;
