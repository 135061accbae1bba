package de.kimhub.steering.feed;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.ServletWebRequest;

/** How feeds answer. */
final class FeedAnswer {

    private static final String PROBLEM = "application/problem+json";
    private static final CacheControl FOR_EVER = CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();
    private static final CacheControl ASK_AGAIN = CacheControl.noCache().cachePrivate();

    private FeedAnswer() {
    }

    /** @param immutable whether the address always gives this */
    static ResponseEntity<byte[]> of(FeedFile file, boolean immutable, ServletWebRequest request) {
        String tag = '"' + FeedTokens.sha256(file.content()) + '"';
        HttpHeaders headers = new HttpHeaders();
        headers.setETag(tag);
        headers.setCacheControl(immutable ? FOR_EVER : ASK_AGAIN);
        if (request.checkNotModified(tag)) {
            return ResponseEntity.status(HttpServletResponse.SC_NOT_MODIFIED).headers(headers).build();
        }
        headers.set(HttpHeaders.CONTENT_TYPE, file.type());
        headers.setContentDisposition(ContentDisposition.attachment().filename(file.name()).build());
        return ResponseEntity.ok().headers(headers).body(file.content());
    }

    static ResponseEntity<byte[]> of(FeedProblem problem) {
        return ResponseEntity.status(problem.status()).header(HttpHeaders.CONTENT_TYPE, PROBLEM).body(json(problem));
    }

    static void refuse(HttpServletResponse response, FeedProblem problem) throws IOException {
        response.setStatus(problem.status());
        if (problem == FeedProblem.NO_TOKEN) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"KIM-Hub Feeds\", charset=\"UTF-8\"");
        }
        if (problem == FeedProblem.TOO_OFTEN) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "60");
        }
        response.setContentType(PROBLEM);
        response.getOutputStream().write(json(problem));
    }

    private static byte[] json(FeedProblem problem) {
        return Json.bytes(Json.object("type", "about:blank", "status", problem.status(), "title", problem.germanText(),
                "code", problem.code()));
    }
}
