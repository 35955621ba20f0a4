package io.liquidationmap.ingestion.stream;

import java.net.URI;

/// Makes connections on which text is exchanged.
interface Transport {

    /// Begins to connect. Whatever comes of it is told to `handler`, by one thread at a time.
    void connect(URI endpoint, Handler handler);

    /// An open connection. Never blocks and never throws; what fails is told to the handler.
    interface Socket {

        void send(String text);

        /// Sends a ping frame.
        void ping();

        /// Says goodbye and ends the connection; the handler may hear of it or not.
        void close();
    }

    /// Whom it concerns.
    interface Handler {

        void opened(Socket socket);

        void received(String text);

        /// A frame without content arrived.
        void alive();

        /// There is no connection, or no longer one.
        ///
        /// @param reason for the operator
        void closed(String reason);
    }
}
