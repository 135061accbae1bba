package de.kimhub.steering.feed;

import de.kimhub.steering.cube.CubeDatabase;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets programs with a token in, for the one request, and nobody too often. */
@Component
public class FeedAccess extends OncePerRequestFilter {

    /** Of who comes with a token. */
    public static final String AUTHORITY = "feed";
    private static final int PER_MINUTE = 120;
    private static final int WRONG_PER_MINUTE = 20;
    private static final String BASIC = "Basic ";
    private static final String BEARER = "Bearer ";

    private final FeedTokens tokens;
    private final Pace pace = new Pace(Clock.systemUTC(), PER_MINUTE);
    private final Pace wrong = new Pace(Clock.systemUTC(), WRONG_PER_MINUTE);

    FeedAccess(CubeDatabase database) {
        this.tokens = new FeedTokens(database.jdbc());
    }

    /** Within the security rules only. */
    @Bean
    static FilterRegistrationBean<FeedAccess> feedAccessNotByItself(FeedAccess filter) {
        FilterRegistrationBean<FeedAccess> registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> token = token(request.getHeader(HttpHeaders.AUTHORIZATION));
        if (token.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Optional<String> consumer = tokens.find(token.get());
        if (consumer.isEmpty()) {
            FeedAnswer.refuse(response, wrong.allows(request.getRemoteAddr()) ? FeedProblem.NO_TOKEN : FeedProblem.TOO_OFTEN);
        } else if (!pace.allows(consumer.get())) {
            FeedAnswer.refuse(response, FeedProblem.TOO_OFTEN);
        } else {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated("feed:" + consumer.get(), null,
                    List.of(new SimpleGrantedAuthority(AUTHORITY))));
            SecurityContextHolder.setContext(context);
            chain.doFilter(request, response);
        }
    }

    /** The answer to who comes without. */
    public static void refuse(HttpServletResponse response) throws IOException {
        FeedAnswer.refuse(response, FeedProblem.NO_TOKEN);
    }

    private static Optional<String> token(String header) {
        if (header != null && header.startsWith(BEARER)) {
            return Optional.of(header.substring(BEARER.length()).strip());
        }
        if (header != null && header.startsWith(BASIC)) {
            return Optional.of(password(header.substring(BASIC.length()).strip()));
        }
        return Optional.empty();
    }

    /** Nothing but the password counts. */
    private static String password(String credentials) {
        try {
            String plain = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
            return plain.substring(plain.indexOf(':') + 1);
        } catch (IllegalArgumentException noBase64) {
            return "";
        }
    }
}
