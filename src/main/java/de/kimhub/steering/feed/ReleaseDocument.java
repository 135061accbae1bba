package de.kimhub.steering.feed;

import de.kimhub.steering.cube.ReleaseContent;

/** A file of a whole release that others make, beside the feeds of its tables. */
public interface ReleaseDocument {

    /** In addresses. */
    String name();

    String mediaType();

    /** The same bytes for the same release. */
    byte[] of(ReleaseContent content);
}
