package io.liquidationmap.ingestion.stream;

import jakarta.websocket.CloseReason;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.websocket.server.WsSci;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/// A venue's stream over real WebSockets: answers messages as a test lays down, says what it is told to say, and can
/// be made to misbehave.
public final class FakeStreamServer implements AutoCloseable {

    private static final String PATH = "/stream";

    private final Path folder;
    private final Tomcat tomcat = new Tomcat();
    private final List<Session> sessions = new CopyOnWriteArrayList<>();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile boolean closedDoor;
    private volatile Function<String, @Nullable String> answers = _ -> null;

    public FakeStreamServer() {
        try {
            folder = Files.createTempDirectory("stream");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        Context context = tomcat.addContext("", null);
        // Something must be there for the filter that upgrades connections to stand in front of.
        Tomcat.addServlet(context, "files", new DefaultServlet());
        context.addServletMappingDecoded("/", "files");
        context.addServletContainerInitializer(new WsSci(), null);
        context.addServletContainerInitializer(
                (_, servlets) -> deploy((ServerContainer) servlets.getAttribute(ServerContainer.class.getName())),
                null);
        try {
            tomcat.getConnector();
            tomcat.start();
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Where it is; what a venue adds for its parts is there, too.
    public URI url() {
        return URI.create("ws://localhost:" + tomcat.getConnector().getLocalPort() + PATH);
    }

    /// Lays down how messages are answered; null for not at all.
    public void answer(Function<String, @Nullable String> how) {
        answers = how;
    }

    /// Whether further connections are refused.
    public void closeDoor(boolean closed) {
        closedDoor = closed;
    }

    /// Says something to everyone who is connected.
    public void say(String text) {
        sessions.forEach(session -> send(session, text));
    }

    /// Ends all connections.
    public void drop() {
        for (Session session : sessions) {
            try {
                session.close(new CloseReason(CloseReason.CloseCodes.GOING_AWAY, "maintenance"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// All that was received, in order.
    public List<String> received() {
        return List.copyOf(received);
    }

    /// How many connections there have been.
    public int connections() {
        return connections.get();
    }

    /// How many there are.
    public int open() {
        return sessions.size();
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
            FileSystemUtils.deleteRecursively(folder);
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void deploy(ServerContainer container) {
        try {
            container.addEndpoint(line(PATH));
            container.addEndpoint(line(PATH + "/{part}"));
        } catch (DeploymentException e) {
            throw new IllegalStateException(e);
        }
    }

    private ServerEndpointConfig line(String path) {
        return ServerEndpointConfig.Builder.create(Line.class, path)
                .configurator(new ServerEndpointConfig.Configurator() {
                    @Override
                    public boolean checkOrigin(String origin) {
                        return !closedDoor;
                    }

                    @Override
                    public <T> T getEndpointInstance(Class<T> type) {
                        return type.cast(new Line());
                    }
                })
                .build();
    }

    private static void send(Session session, String text) {
        synchronized (session) {
            try {
                session.getBasicRemote().sendText(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// One connection.
    final class Line extends Endpoint {

        @Override
        public void onOpen(Session session, EndpointConfig config) {
            connections.incrementAndGet();
            session.addMessageHandler(String.class, (MessageHandler.Whole<String>) text -> {
                received.add(text);
                String answer = answers.apply(text);
                if (answer != null) {
                    send(session, answer);
                }
            });
            sessions.add(session);
        }

        @Override
        public void onClose(Session session, CloseReason reason) {
            sessions.remove(session);
        }
    }
}
