package org.anamnesis.server.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HandlerType;
import io.javalin.http.SameSite;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.anamnesis.server.Ids;
import org.anamnesis.server.Refused;
import org.anamnesis.server.ServerSettings;

/**
 * Who is let in. Every request must name this server (a name that a page elsewhere made lead here
 * does not), a change must come from this server's own page or from no page at all, and where a
 * token is set it must be shown. Each browser is a user of its own.
 */
public final class Guards {
    static final String SESSION = "anamnesis_session";
    private static final String OWNER = "owner";

    /** Whoever comes without a browser's session, from this machine or with the token. */
    private static final String PROGRAMS = "programs";

    private static final int YEAR = 60 * 60 * 24 * 365; // seconds
    private static final int FORBIDDEN = 403;
    private static final int UNKNOWN = 401;
    private static final int MISDIRECTED = 421;
    private static final int TOO_MANY = 429;
    private static final Set<HandlerType> HARMLESS =
            Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

    /** What the page may load: its own files only. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; form-action 'self'; frame-ancestors 'none';"
                    + " base-uri 'none'";

    private final ServerSettings settings;
    private final IntSupplier port;
    private final Attempts attempts;

    Guards(ServerSettings settings, IntSupplier port, Attempts attempts) {
        this.settings = settings;
        this.port = port;
        this.attempts = attempts;
    }

    /** Before anything else is done. */
    void check(Context ctx) {
        ctx.header("Content-Security-Policy", POLICY);
        ctx.header("X-Content-Type-Options", "nosniff");
        // With "no-referrer" a browser would not say that a form came from our own page.
        ctx.header("Referrer-Policy", "same-origin");
        ctx.header("Cross-Origin-Opener-Policy", "same-origin");
        ctx.header("Cross-Origin-Resource-Policy", "same-origin");
        ctx.header("Cache-Control", "no-store");
        String host = Optional.ofNullable(ctx.header("Host")).orElse("");
        if (!names().contains(host.toLowerCase(Locale.ROOT))) {
            throw new Refused(
                    MISDIRECTED, "This server is not called so; use the address that it printed.");
        }
        if (!HARMLESS.contains(ctx.method())) {
            ownPage(ctx, host);
        }
    }

    private Set<String> names() {
        Set<String> names = new HashSet<>(settings.names());
        String at = ":" + port.getAsInt();
        names.add("127.0.0.1" + at);
        names.add("localhost" + at);
        names.add("[::1]" + at);
        names.add(settings.host() + at);
        return names;
    }

    /** A page of another origin may not send anything here. */
    private static void ownPage(Context ctx, String host) {
        String site = ctx.header("Sec-Fetch-Site");
        boolean elsewhere = site != null && !site.equals("same-origin") && !site.equals("none");
        String origin = ctx.header("Origin");
        boolean foreign =
                origin != null
                        && !origin.equals("http://" + host)
                        && !origin.equals("https://" + host);
        if (elsewhere || foreign) {
            throw new Refused(FORBIDDEN, "This came from a page of another origin.");
        }
    }

    /**
     * Whose request it is.
     *
     * @throws Refused if a token is set and was not shown
     */
    public String owner(Context ctx) {
        String known = ctx.attribute(OWNER);
        if (known != null) {
            return known;
        }
        String owner = found(ctx).orElseThrow(() -> new Refused(UNKNOWN, unknown()));
        ctx.attribute(OWNER, owner);
        return owner;
    }

    private String unknown() {
        return settings.token().isPresent()
                ? "Show the token of this server: Authorization: Bearer TOKEN, or sign in on the page."
                : "Open the page first.";
    }

    /** Stands for the browser's session, if it is one of ours. */
    Optional<String> session(Context ctx) {
        return Optional.ofNullable(ctx.cookie(SESSION)).filter(this::genuine).map(Ids::digest);
    }

    private Optional<String> found(Context ctx) {
        Optional<String> session = session(ctx);
        if (session.isPresent()) {
            return session;
        }
        if (settings.token().isEmpty()) {
            return Optional.of(PROGRAMS);
        }
        Optional<String> shown = Optional.ofNullable(ctx.header("Authorization"));
        return shown.isPresent() && right(ctx, shown.get(), "Bearer " + settings.token().get())
                ? Optional.of(PROGRAMS)
                : Optional.empty();
    }

    /**
     * Whether a token that somebody shows is ours.
     *
     * @throws Refused if this address has shown too many others
     */
    private boolean right(Context ctx, String shown, String ours) {
        long wait = attempts.wait(ctx.ip());
        if (wait > 0) {
            ctx.header("Retry-After", String.valueOf(wait));
            throw new Refused(
                    TOO_MANY, "Too many wrong tokens came from your address; wait a minute.");
        }
        boolean right = same(shown, ours);
        if (!right) {
            attempts.wrong(ctx.ip());
        }
        return right;
    }

    /** Whether the page may be shown to this browser; one without a session gets one. */
    boolean welcome(Context ctx) {
        String session = ctx.cookie(SESSION);
        if (session != null && genuine(session)) {
            return true;
        }
        if (settings.token().isPresent()) {
            return false;
        }
        begin(ctx);
        return true;
    }

    /**
     * Whether the token is right; then the browser is signed in.
     *
     * @param token as it was typed
     * @throws Refused if this address has shown too many others
     */
    boolean signIn(Context ctx, String token) {
        if (settings.token().isEmpty() || !right(ctx, token, settings.token().get())) {
            return false;
        }
        begin(ctx);
        return true;
    }

    /** This browser's session ends; what was made in it stays where it is. */
    void signOut(Context ctx) {
        ctx.removeCookie(SESSION, "/");
    }

    /** Whether there is something to sign out of. */
    boolean tokenAsked() {
        return settings.token().isPresent();
    }

    private void begin(Context ctx) {
        String random = Ids.fresh();
        String session = random + "." + signature(random);
        boolean secure = "https".equals(ctx.header("X-Forwarded-Proto"));
        var cookie = new Cookie(SESSION, session, "/", YEAR, secure, true, null, SameSite.STRICT);
        ctx.cookie(cookie);
        ctx.attribute(OWNER, Ids.digest(session));
    }

    /** With a token, only sessions that were begun by showing it. */
    private boolean genuine(String session) {
        int dot = session.indexOf('.');
        return dot > 0 && same(session.substring(dot + 1), signature(session.substring(0, dot)));
    }

    private String signature(String random) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            byte[] key = settings.token().orElse("this machine").getBytes(StandardCharsets.UTF_8);
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(random.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    /** In a time that does not tell how much of it is right. */
    private static boolean same(String a, String b) {
        return MessageDigest.isEqual(
                a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
}
