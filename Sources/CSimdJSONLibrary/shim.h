// Gives pkg-config the place of the C++ library; CSimdJSON is what Swift imports.
#pragma once
