//! Running the service: listen, say so, answer until told to stop.
