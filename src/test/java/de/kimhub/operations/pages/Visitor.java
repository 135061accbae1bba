package de.kimhub.operations.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody at the pages without a browser: sends what a form would. */
final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern UPLOAD = Pattern.compile("action=\"(/dateien/abgeben[^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).followRedirects(Redirect.NORMAL).build();
    private final HttpClient bluntly = HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String address;

    Visitor(String address) {
        this.address = address.substring(0, address.length() - 1);
    }

    HttpResponse<String> get(String path) {
        return send(client, HttpRequest.newBuilder(uri(path)));
    }

    byte[] bytes(String path) {
        try {
            return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofByteArray()).body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without following where it leads. */
    HttpResponse<String> look(String path) {
        return send(bluntly, HttpRequest.newBuilder(uri(path)));
    }

    /** As a proxy that does TLS passes it on. */
    HttpResponse<String> lookThroughProxy(String path) {
        return send(bluntly, HttpRequest.newBuilder(uri(path)).header("X-Forwarded-Proto", "https"));
    }

    /** With the token of a form that the page {@code from} shows. */
    HttpResponse<String> post(String from, String path, String... fields) {
        Matcher token = TOKEN.matcher(get(from).body());
        assertThat(token.find()).as("a form on " + from).isTrue();
        String[] all = java.util.Arrays.copyOf(fields, fields.length + 2);
        all[fields.length] = "_csrf";
        all[fields.length + 1] = token.group(1);
        return postWithoutToken(path, all);
    }

    HttpResponse<String> postWithoutToken(String path, String... fields) {
        StringJoiner body = new StringJoiner("&");
        for (int i = 0; i < fields.length; i += 2) {
            body.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return send(client, HttpRequest.newBuilder(uri(path)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    HttpResponse<String> signIn(String name, String password) {
        return post("/anmelden", "/anmelden", "name", name, "passwort", password);
    }

    void signInFirst(String name, String first, String next) {
        assertThat(signIn(name, first).body()).contains("Wählen Sie zuerst ein eigenes Passwort");
        assertThat(post("/konto/passwort", "/konto/passwort", "bisher", first, "neu", next, "nochmal", next).body())
                .contains("Ihr Passwort ist geändert");
    }

    /** The action of the form, with which it is sent. */
    String uploadForm() {
        Matcher form = UPLOAD.matcher(get("/dateien").body());
        assertThat(form.find()).as("a form to hand files in").isTrue();
        return form.group(1).replace("&amp;", "&");
    }

    HttpResponse<String> handIn(String name, byte[] content) {
        return handIn(uploadForm(), name, content);
    }

    HttpResponse<String> handIn(String form, String name, byte[] content) {
        String head = "--grenze\r\nContent-Disposition: form-data; name=\"datei\"; filename=\"" + name
                + "\"\r\nContent-Type: text/csv\r\n\r\n";
        return send(client, HttpRequest.newBuilder(uri(form)).header("Content-Type", "multipart/form-data; boundary=grenze")
                .POST(BodyPublishers.concat(BodyPublishers.ofString(head), BodyPublishers.ofByteArray(content),
                        BodyPublishers.ofString("\r\n--grenze--\r\n"))));
    }

    private URI uri(String path) {
        return URI.create(address + path);
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
