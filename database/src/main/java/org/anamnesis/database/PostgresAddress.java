package org.anamnesis.database;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;

/**
 * Where a PostgreSQL database is: {@code postgresql://USER@HOST:PORT/DATABASE?sslmode=require}.
 * What is left out comes from the variables that {@code psql} takes it from. A password in it is
 * refused, for everyone on the machine sees the arguments of a command.
 *
 * @param database its name
 * @param options of the driver
 */
record PostgresAddress(
        String host, int port, String database, String user, Map<String, String> options) {
    private static final Set<String> OPTIONS =
            Set.of("sslmode", "sslrootcert", "sslcert", "sslkey");
    private static final String FORM = "postgresql://USER@HOST:5432/DATABASE";

    PostgresAddress {
        options = Map.copyOf(options);
    }

    static boolean is(String address) {
        return address.matches("(?i)(jdbc:)?(postgresql|postgres)://.*");
    }

    static PostgresAddress of(String address, Map<String, String> environment) {
        URI uri;
        try {
            uri = new URI(address.replaceFirst("(?i)^jdbc:", ""));
        } catch (URISyntaxException e) {
            throw wrong("load.address", "The address of the database cannot be read", FORM);
        }
        String user = decoded(uri.getRawUserInfo());
        Map<String, String> options = options(uri.getRawQuery());
        if (user.contains(":") || options.containsKey("password")) {
            throw wrong(
                    "load.address.password",
                    "A password in an address is seen by everyone on this machine; it was not used",
                    "the address without it, and the password in PGPASSWORD or a file of PGPASSFILE");
        }
        for (String option : options.keySet()) {
            if (!OPTIONS.contains(option)) {
                throw wrong(
                        "load.address.option",
                        "The address has an option that is not known",
                        String.join(", ", OPTIONS.stream().sorted().toList()));
            }
        }
        String host = or(uri.getHost(), environment.get("PGHOST"), "localhost");
        if (user.isEmpty()) {
            user = or(environment.get("PGUSER"), System.getProperty("user.name"), "postgres");
        }
        String path = decoded(uri.getRawPath()).replaceFirst("^/", "");
        String database = or(path, environment.get("PGDATABASE"), user);
        return new PostgresAddress(
                host.startsWith("/") ? "localhost" : host,
                uri.getPort() > 0 ? uri.getPort() : port(environment.get("PGPORT")),
                database,
                user,
                options);
    }

    private static int port(String text) {
        return text != null && text.matches("\\d{1,5}") ? Integer.parseInt(text) : 5432;
    }

    private static String or(String first, String second, String third) {
        boolean none = first == null || first.isEmpty();
        boolean neither = second == null || second.isEmpty();
        return !none ? first : !neither ? second : third;
    }

    private static Map<String, String> options(String query) {
        Map<String, String> options = new java.util.TreeMap<>();
        if (query != null) {
            for (String pair : query.split("&")) {
                int at = pair.indexOf('=');
                if (at > 0) {
                    options.put(pair.substring(0, at), decoded(pair.substring(at + 1)));
                }
            }
        }
        return options;
    }

    private static String decoded(String raw) {
        return raw == null
                ? ""
                : URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** The words are not shown: there may be a password in them. */
    private static RequestException wrong(String code, String message, String suggestion) {
        return new RequestException(List.of(new Problem(code, "--to", message, suggestion)));
    }

    String jdbc() {
        String name = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        String encoded = java.net.URLEncoder.encode(database, StandardCharsets.UTF_8);
        return "jdbc:postgresql://" + name + ":" + port + "/" + encoded;
    }

    Properties properties(Map<String, String> environment) {
        var properties = new Properties();
        properties.putAll(options);
        properties.setProperty("user", user);
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("loginTimeout", "20");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("ApplicationName", "anamnesis");
        if (environment.containsKey("PGPASSWORD")) {
            properties.setProperty("password", environment.get("PGPASSWORD"));
        } // else the driver looks into PGPASSFILE or ~/.pgpass
        return properties;
    }

    /** For people. */
    String said() {
        return "database %s at %s:%d".formatted(database, host, port);
    }
}
