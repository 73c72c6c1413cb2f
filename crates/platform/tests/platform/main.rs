//! The platform through its public methods, its command line and its HTTP: one program, so that it is
//! linked once.

mod access;
mod attachments;
mod command;
mod command_serving;
mod demo;
mod encryption;
mod http;
mod import;
mod import_forms;
mod import_people;
mod import_rows;
mod import_sheets;
mod in_process;
mod isolation;
mod letters;
mod letters_command;
mod mail;
mod mapping;
mod once;
mod order;
mod person;
mod persons;
mod pull;
mod push;
mod serving;
mod session;
mod setup;
mod support;
mod text;
