package de.kimhub.steering.feed;

import de.kimhub.steering.cube.Cube;
import de.kimhub.steering.cube.Release;
import de.kimhub.steering.cube.ReleaseContent;
import java.net.URI;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.ServletWebRequest;

/** {@code /feeds/v1}. What an address of a release gives never changes. */
@Controller
@RequestMapping("/feeds/v1")
class FeedController {

    private static final String LATEST = "latest";

    private final Cube cube;
    private final List<ReleaseDocument> documents;

    FeedController(Cube cube, List<ReleaseDocument> documents) {
        this.cube = cube;
        this.documents = documents;
    }

    @GetMapping("/releases.json")
    ResponseEntity<byte[]> releases(ServletWebRequest request) {
        byte[] list = Json.bytes(Json.object("releases", cube.releases().stream().map(Metadata::of).toList()));
        return FeedAnswer.of(new FeedFile("releases.json", "application/json", list), false, request);
    }

    /** To subscribe to: what the newest release knows of days to come. */
    @GetMapping("/" + FeedFiles.CALENDAR)
    ResponseEntity<byte[]> calendar(ServletWebRequest request) {
        return FeedAnswer.of(file(newest(), FeedFiles.CALENDAR), false, request);
    }

    @GetMapping("/{release}/{file}")
    ResponseEntity<byte[]> file(@PathVariable String release, @PathVariable String file, ServletWebRequest request) {
        if (release.equals(LATEST)) {
            Release newest = newest();
            file(newest, file);
            return ResponseEntity.status(HttpStatus.FOUND).cacheControl(CacheControl.noCache().cachePrivate())
                    .location(URI.create("/feeds/v1/" + newest.id() + "/" + file)).build();
        }
        Release asked = cube.release(release).orElseThrow(() -> new FeedRefused(FeedProblem.NO_RELEASE));
        return FeedAnswer.of(file(asked, file), true, request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(FeedRefused refused) {
        return FeedAnswer.of(refused.problem());
    }

    private Release newest() {
        return cube.latest().orElseThrow(() -> new FeedRefused(FeedProblem.NONE_YET));
    }

    private FeedFile file(Release release, String name) {
        ReleaseContent content = cube.content(release);
        return documents.stream().filter(one -> one.name().equals(name)).findFirst()
                .map(one -> new FeedFile(release.id() + "-" + name, one.mediaType(), one.of(content)))
                .or(() -> FeedFiles.of(content, name)).orElseThrow(() -> new FeedRefused(FeedProblem.NO_TABLE));
    }
}
