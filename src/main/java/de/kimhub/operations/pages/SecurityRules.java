package de.kimhub.operations.pages;

import de.kimhub.operations.account.Role;
import de.kimhub.operations.account.SignIn;
import de.kimhub.operations.account.SignedIn;
import de.kimhub.steering.feed.FeedAccess;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Who may open what, and what browsers are told. Another way of signing in is another provider here that ends with a
 * {@link SignedIn}.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityRules {

    /** Icons in KERN's style sheet are images of the data scheme; nothing else comes from anywhere but the hub. */
    private static final String CONTENT_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private static final String[] OPEN = {"/anmelden", "/barrierefreiheit", "/leichte-sprache", "/kern/**", "/stil/**",
            "/error"};
    private static final List<String> FOR_SOME = List.of("/dateien", "/meldungen", "/einwilligung", "/lenkungsgruppe");

    /** Programs come with a token and get no session; people who read the steering group's pages take files with theirs. */
    @Bean
    @Order(1)
    SecurityFilterChain feedRules(HttpSecurity http, StillAllowed stillAllowed, FeedAccess tokens) throws Exception {
        return http.securityMatcher("/feeds/**")
                .authorizeHttpRequests(may -> may.requestMatchers(HttpMethod.GET, "/feeds/v1/**")
                        .hasAnyAuthority(FeedAccess.AUTHORITY, Role.LENKUNGSGRUPPE.code(), Role.KI_KOORDINATION.code())
                        .anyRequest().denyAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .csrf(CsrfConfigurer::disable)
                .requestCache(RequestCacheConfigurer::disable)
                .exceptionHandling(handling -> handling
                        .authenticationEntryPoint((request, response, why) -> FeedAccess.refuse(response))
                        .accessDeniedHandler((request, response, why) -> FeedAccess.refuse(response)))
                .addFilterBefore(tokens, AuthorizationFilter.class)
                .addFilterBefore(stillAllowed, AuthorizationFilter.class)
                .headers(SecurityRules::headers)
                .build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), microphone=(), geolocation=()"))
                .frameOptions(frames -> frames.deny());
    }

    @Bean
    SecurityFilterChain rules(HttpSecurity http, AccountProvider accounts, StillAllowed stillAllowed, SignIn signIn)
            throws Exception {
        return http.authenticationProvider(accounts)
                .authorizeHttpRequests(may -> may.requestMatchers(OPEN).permitAll()
                        .requestMatchers("/dateien/**").hasAuthority(Role.DATEIEN.code())
                        .requestMatchers("/meldungen/**").hasAuthority(Role.MELDUNGEN.code())
                        .requestMatchers("/einwilligung/**").hasAuthority(Role.EINWILLIGUNG.code())
                        .requestMatchers("/lenkungsgruppe/huerden/pflegen/**").hasAuthority(Role.KI_KOORDINATION.code())
                        .requestMatchers("/lenkungsgruppe/huerden/melden").hasAnyAuthority(Role.MELDUNGEN.code(),
                                Role.LENKUNGSGRUPPE.code(), Role.KI_KOORDINATION.code())
                        .requestMatchers("/lenkungsgruppe/**")
                        .hasAnyAuthority(Role.LENKUNGSGRUPPE.code(), Role.KI_KOORDINATION.code())
                        .requestMatchers("/", "/konto/**").authenticated()
                        .anyRequest().denyAll())
                .formLogin(form -> form.loginPage("/anmelden").usernameParameter("name").passwordParameter("passwort")
                        .defaultSuccessUrl("/", true).failureUrl("/anmelden?fehler"))
                .logout(out -> out.logoutUrl("/abmelden").logoutSuccessUrl("/anmelden?abgemeldet")
                        .addLogoutHandler((request, response, who) -> note(signIn, who)))
                .requestCache(RequestCacheConfigurer::disable)
                .exceptionHandling(handling -> handling.accessDeniedHandler(SecurityRules::denied))
                .addFilterBefore(stillAllowed, AuthorizationFilter.class)
                .headers(SecurityRules::headers)
                .build();
    }

    private static void note(SignIn signIn, Authentication who) {
        if (who != null && who.getPrincipal() instanceof SignedIn signedIn) {
            signIn.signedOut(signedIn);
        }
    }

    /** A form that is older than its session belongs to nobody any more; what no rule names is not there. */
    private static void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who == null || !(who.getPrincipal() instanceof SignedIn)) {
            response.sendRedirect(request.getContextPath() + "/anmelden?abgelaufen");
        } else {
            String path = request.getServletPath();
            boolean forSome = FOR_SOME.stream().anyMatch(one -> path.equals(one) || path.startsWith(one + "/"));
            response.sendError(why instanceof CsrfException || forSome
                    ? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
