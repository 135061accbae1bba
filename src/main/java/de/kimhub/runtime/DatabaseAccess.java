package de.kimhub.runtime;

/**
 * How the hub's own database is reached.
 *
 * @param password never printed
 */
record DatabaseAccess(String url, String user, String password) {

    @Override
    public String toString() {
        return url;
    }
}
