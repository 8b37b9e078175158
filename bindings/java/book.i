/* Book (Book.java) holds a Room, which SWIG hands to each call so that it is not freed meanwhile. */
%rename(Room) coding__room;
%typemap(javaclassmodifiers) struct coding__room "final class"
