package de.kimhub.runtime.embedded;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * How the work queues are reached.
 *
 * @param password never printed
 */
public record BrokerAddress(String url, String user, String password) {

    private static final String FILE = "broker.properties";

    /** Leaves word in the data folder for a second process of the same hub. */
    void publish(Path data) throws IOException {
        OwnerFiles.write(data.resolve(FILE), "url=" + url + "\nuser=" + user + "\npassword=" + password + "\n");
    }

    static BrokerAddress published(Path data) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(Files.readString(data.resolve(FILE))));
        return new BrokerAddress(properties.getProperty("url"), properties.getProperty("user"),
                properties.getProperty("password"));
    }

    /** A broker of one's own: user and password stand in its URL as {@code ?user=..&password=..}, or it wants none. */
    public static BrokerAddress external(String url) {
        String separator = url.contains("?") ? "&" : "?";
        return new BrokerAddress(url + separator + QueueNames.CLIENT_OPTIONS, null, null);
    }

    @Override
    public String toString() {
        return url;
    }
}
